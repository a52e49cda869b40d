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

# Why the server can't take a row.

import-needs-digest = a row needs its ticket's number and its digest
import-no-status = there is no Autotask status "{ $text }"; take one of: { $known }
import-no-priority = there is no such priority; take 4, 1, 2 or 3 (P1 to P4)
import-text-too-long = the text has { $length } characters; it may have { $limit } at most
import-number-too-large = { $number } is too large a number
import-too-many-decimals = { $number } has more decimals than { $decimals }
import-not-of-type = "{ $text }" is not of type { $type }
import-no-choice = there is no "{ $text }"; take one of: { $known }
import-no-item = the list has no "{ $text }"
import-no-records = there are no "{ $entity }" to be imported; take one of: { $known }
import-needs-field = a { $entity } needs it
import-no-field = { $entity } has no such field
import-field-not-set = an import doesn't set this field of { $entity }: it follows from something else, or is granted here
import-no-name = there is no { $entity } called "{ $name }"
import-no-key = no { $entity } with the key "{ $key }" came from this source; import it first
import-time-needs-minutes = time needs its minutes, or its hoursWorked
import-udf-nameless = a user-defined field needs a name
import-udf-not-in-use = this user-defined field is not in use any more

# Comments in a mapping that is suggested, a line each. CHECK and FILL IN are marks that one searches for: in every language.

suggested-for = Suggested for { $file } from its first { $rows } rows.
suggested-log = Numbers come again: each row is one event of a ticket, in the order of the file.
suggested-list = Each row is one ticket.
suggested-then = Look through it, then: tandem import FILE --mapping THIS --dry-run
suggested-source = Names these records for good: keep it for later files of the same desk.
suggested-unknown = What means: not known.
suggested-moments = How moments are written, tried in this order.
suggested-doubt = CHECK: the sample fits day and month in either order.
suggested-zone = Where their clocks are: a name like Europe/Berlin.
suggested-ticket = Field of the ticket = text in which { $column } stands for that column's cell.
suggested-needed = FILL IN, this is needed: { $example }
suggested-company = CHECK: no column says the client; all tickets are this one's
suggested-status = CHECK: no column says it; all tickets are new
suggested-statuses = Their status = the label of the Autotask status here. A row with another word is set aside.
suggested-priorities = Their priority = Critical, High, Medium or Low. A row with another word is set aside.
suggested-word = CHECK: not a word that is known
suggested-contacts = The contacts, with their addresses.
suggested-notes = What stands there becomes an internal note; { $public } would show it to the client.
suggested-history = What else the history tells when it changes.
suggested-rest = Columns that become nothing. Take the # away to keep one, under a name of your own.
suggested-empty = empty in the sample
