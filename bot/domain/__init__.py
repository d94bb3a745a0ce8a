"""Pure rules and values: no I/O, no await, no clock, no log, no sentence."""
