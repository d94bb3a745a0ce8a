weiter-help = goes on with the input that you left for later
weiter-usage = <code>!continue</code>
weiter-examples = <code>!continue</code>
error-nothing-begun = Nothing of yours is waiting. <code>!help</code> shows what you can do.
weiter-short = go on with what waits
