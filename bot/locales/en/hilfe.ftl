hilfe-help = shows what you can do here
hilfe-usage = <code>!help [COMMAND]</code>
hilfe-examples = <code>!help</code>
    <code>!help patron</code>
hilfe-intro = What you can do here:
hilfe-line = <code>!{ $word }</code> – { $meaning }
hilfe-more = Also: { $words }
hilfe-outro = More on a command, with examples: <code>!help { $word }</code>
hilfe-title = How <strong>!{ $word }</strong> works:
hilfe-command = { $usage } – { $meaning }
error-no-such-help = { $near ->
    [0] There is no help on “{ $word }” here. <code>!help</code> shows all that you can do.
   *[other] There is no help on “{ $word }” here. Did you mean: { $near }? <code>!help</code> shows all.
}
hilfe-short = this overview
hilfe-above = The help is just above. More about one command: <code>!help patron</code>
hilfe-examples-title = For example:
    { $examples }
hilfe-examples-more = { $examples }
