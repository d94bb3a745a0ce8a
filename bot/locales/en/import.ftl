# What the import of files says, on the command line.

import-report = { $dry ->
    [yes] Checked, nothing changed: { $added } new, { $changed } changed, { $unchanged } unchanged.
   *[no] Imported: { $added } new, { $changed } changed, { $unchanged } unchanged.
}
import-where-file = File
import-where = { $unit ->
    [entry] Entry { $row }
   *[row] Row { $row }
}
import-where-named = { $unit ->
    [entry] Entry { $row } ({ $name })
   *[row] Row { $row } ({ $name })
}
import-near = { " " }Perhaps you mean: { $near }.
import-fault = { $where }: { $kind ->
    [file-missing] I cannot read the file ({ $value }).
    [encoding] The file is not stored as UTF-8. Please save it as “CSV UTF-8”.
    [json] This is no valid JSON.
    [not-a-list] The JSON has to be a list of entries.
    [no-rows] There is nothing in it to import.
    [csv] This is no valid CSV ({ $value }).
    [cells] { $value } cells instead of { $field }. Please put text with separators into quotation marks.
    [not-an-object] An entry with named fields is expected.
    [unknown-column] I do not know the field “{ $field }”.
    [column-twice] There are two columns “{ $field }”.
    [missing] “{ $field }” is missing.
    [text] “{ $field }” has to be text, not “{ $value }”.
    [too-long] “{ $field }” is too long.
    [list] “{ $field }” has to be a list, not “{ $value }”.
    [number] “{ $field }” has to be a number, not “{ $value }”.
    [range] “{ $field }” is not on the earth: { $value }.
    [control] “{ $field }” has invisible control characters.
    [short-name] “{ $field }” may not be a mere number and may not hold a colon or a bar: “{ $value }”.
    [website] “{ $field }” has to begin with https:// or http:// and may not hold blanks: “{ $value }”.
    [topic] “{ $field }”: I do not know the topic “{ $value }”.
    [land] “{ $field }”: I do not know the Land “{ $value }”. Expected is, for example, DE-NI.
    [level] “{ $field }” has to be 1, 2 or 3, not “{ $value }”.
    [truth] “{ $field }” has to be yes or no, not “{ $value }”.
    [day] “{ $field }” has to be a day such as 2027-12-31 or 31.12.2027, not “{ $value }”.
    [role] “{ $field }” has to be unknown: a network offers or seeks per topic. Offers and needs have files of their own.
    [twice] This entry already exists as number { $value } (the same are: { $field }).
    [unknown-network] There is no network with the short name “{ $value }”.
   *[other] I cannot read “{ $field }”: “{ $value }”.
}{ $guess }
error-bad-import = { $count ->
    [one] The file has one fault. I have imported nothing. Please correct it and try again.
   *[other] The file has { $count } faults. I have imported nothing. Please correct them and try again.
}
