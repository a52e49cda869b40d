# What is wrong with a file that is imported. Rows' reasons stand behind file, line, column and field; what would be right
# follows behind a semicolon.

import-first-line = the first line must name the columns: { $reason }
import-no-line = there is none
import-json-list = this is one JSON list; write one object a line, as { $command } does
import-cells = the row has { $found } cells, the first line names { $named }
import-no-object = the line is no JSON object; write { $example }
import-no-json = the line is no JSON: { $reason }
import-too-many-values = the line holds more than { $values } values, or their names more than { $bytes } bytes; leave out what is not mapped
import-behind-quote = text follows the quote that closes the cell; inside a cell, write a quote twice
import-open-quote = the quote that opens this cell is never closed; close it, or write it twice
import-row-too-large = the row has { $bytes } bytes, it may have { $most } at most; shorten its texts
import-no-utf8 = this byte is not UTF-8; save the file as UTF-8, or write the character anew
import-nul = here is a NUL character; take it out
import-needs-number = a row needs its ticket's number
import-needs-moment = a row needs the moment of its event
import-needs-key = a { $entity } needs its key
import-word-unknown = the mapping's [{ $section }] does not know "{ $word }"; say there what it is here
import-no-section = the mapping has no [{ $section }]
import-no-moment = "{ $text }" is not a moment; these forms are read: { $forms }
import-no-count = "{ $text }" is not a count
import-no-truth = "{ $text }" is neither true nor false
import-rejects-imported = the rejects can't go into the file that is imported; name another with --rejects
import-rejects-unwritable = the rejects can't be written: { $reason }; name another file with --rejects
import-no-room = there is no room to count in: { $reason }; make room where temporary files lie
import-rows = { $count ->
    [one] one row
   *[other] { $count } rows
 }
