# Formats and sentences that belong to no single command.

# Unicode (CLDR) patterns; text stands in single quotation marks.
date-pattern = EEE, d MMMM y
moment-pattern = EEE, d MMMM y, HH:mm
# Only for moments outside German time.
moment-elsewhere = { $moment } ({ $zone })

text-cut = The answer was too long for one message and has been shortened here. Please narrow your question.

error-wrong-input = I did not understand that. Please use <code>!help</code> to see how the command is written.
error-not-allowed = Not everybody may do that here. Please contact the Innovationsbüro.
error-not-found = I found nothing for that. Please check the name or the number.

## Days and times that somebody types

error-unreadable-day = I cannot read “{ $text }” as a date. Please write it like this, for example: <code>8.12.2026</code> or <code>next Friday</code>
error-no-such-day = There is no day “{ $text }”. Please check the date.
error-wrong-weekday = “{ $text }” does not fit together: that date is { $day }. Please check the weekday and the date.
error-past-day = { $day } is over already. Please name a day in the future.
error-unreadable-time = I cannot read “{ $text }” as a time. Please write it like this, for example: <code>10:30</code>
error-missing-time = “{ $text }” has no time yet. Please add one, for example <code>10:30</code>
error-no-such-time = There is no time “{ $text }”. Please check what you typed.
error-vague-day = “{ $text }” is more than one day. Please name the day that you mean, for example <code>{ $day }</code>
error-ambiguous-day = “{ $text }” may be { $day } or { $other }. Please write the date with full stops and the day first, for example <code>8.12.2026</code>
error-missing-day = “{ $text }” has no day yet. Please add one, for example <code>tomorrow 10:30</code> or <code>8.12.2026 10:30</code>
error-unclear-midnight = “{ $text }” may be the beginning or the end of the day. Please write <code>0:00</code> for the beginning or <code>23:59</code> for the end.
error-unreadable-rule = I cannot read “{ $text }” as a time for an announcement. Please write it like this, for example: <code>8.12.2026 10:00</code> or <code>every Monday 9:00</code>
error-missing-text = The announcement’s text is missing after “{ $text }”. Please write it behind a colon or on the next line.
error-missing = Something is missing there. <code>!help</code> shows how the command is written.
