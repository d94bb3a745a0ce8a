hilfe-help = shows what you can do here
hilfe-usage = <code>!help [COMMAND]</code>
hilfe-examples = <code>!help</code>
    <code>!help patron</code>
hilfe-intro = What you can do here:
hilfe-line = { $more ->
    [0] <code>!{ $word }</code> – { $meaning }
   *[other] <code>!{ $word }</code> – { $meaning } (also: { $more })
}
hilfe-outro = More on a command, with examples: <code>!help patron</code>
hilfe-title = How <strong>!{ $word }</strong> works:
hilfe-command = { $usage } – { $meaning }
    For example: { $examples }
error-no-such-help = { $near ->
    [0] There is no help on “{ $word }” here. <code>!help</code> shows all that you can do.
   *[other] There is no help on “{ $word }” here. Did you mean: { $near }? <code>!help</code> shows all.
}
