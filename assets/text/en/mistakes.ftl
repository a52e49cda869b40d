# What is wrong in a file that a person wrote: settings, theme, keymap, views, macros, mappings. Each stands behind the
# file's name and line; what would be right follows behind a semicolon.

mistake-toml = this is no TOML: { $reason }
mistake-file-unreadable = it can't be read: { $reason }
settings-unreadable = the settings file { $file } can't be read: { $reason }

# What would be right

mistake-nearest = did you mean "{ $name }"?
mistake-one-of = take one of: { $names }
mistake-write = write { $example }
mistake-write-like = write it like "{ $example }"
mistake-write-or-leave = write { $example }, or take the step out
mistake-write-below = write { $example } below [{ $section }]

# Any file

mistake-no-section = there is no section "{ $name }"
mistake-not-section = "{ $name }" must be a section
mistake-write-section = write [{ $name }] on a line of its own
mistake-item-not-section = "{ $name }" must be a list of sections, not of { $found ->
    [text] text
    [whole-number] a whole number
    [fraction] a number with a fraction
    [boolean] true or false
    [date] a date
    [list] a list
   *[section] a section
 }
mistake-wanted = "{ $name }" must be { $wanted ->
    [text] text in quotes
    [texts] text in quotes, or a list of such texts
    [boolean] true or false
    [whole-number] a whole number
   *[sections] a list of sections
 }, not { $found ->
    [text] text
    [whole-number] a whole number
    [fraction] a number with a fraction
    [boolean] true or false
    [date] a date
    [list] a list
   *[section] a section
 }
mistake-not-among = "{ $name }" can't be "{ $value }"
mistake-unreadable = "{ $name }": { $path } can't be read: { $reason }

# Settings

mistake-no-setting = there is no setting "{ $name }"
mistake-setting-below = write the setting below [{ $section }]
mistake-address = "{ $name }" must be an address that begins with http:// or https://
mistake-line = "line" must be a speed in bits a second from { $least } on
mistake-line-unset = leave the line out to take the terminal's own speed

# Keymaps

mistake-no-key = "{ $key }" is no key
mistake-write-keys = write keys like { $keys }, and sequences like { $sequence }
mistake-no-intent = there is no intent "{ $name }"
mistake-keys-listed = `tandem keys` lists them all
mistake-not-bound = nothing is bound to "{ $keys }" in [{ $section }]
mistake-leave-line-out = leave the line out
mistake-keys-twice = "{ $keys }" stands twice in [{ $section }]
mistake-leave-one-line-out = leave one of both lines out
mistake-keys-clash = "{ $keys }" can't stand beside "{ $other }" in [{ $section }]: one begins the other
mistake-unbind = unbind the other with { $line }

# Themes

mistake-no-role = there is no role "{ $name }"
mistake-no-colour = "{ $word }" is no colour or attribute
mistake-colours-besides = (colours may also be 0 to 255 or #rrggbb)

# Views

mistake-no-view-setting = there is no setting of a view "{ $name }"
mistake-no-sort = a list can't be sorted by "{ $word }"
mistake-sort-turned = (a minus before it turns it round)
mistake-no-column = there is no column "{ $name }"
mistake-word-twice = "{ $word }" stands twice
mistake-leave-one-out = leave one of both out
mistake-columns-lack = "columns" lacks "{ $word }"
mistake-columns-always = every list shows the title and both statuses
mistake-no-digit = "key" must be a digit from 1 to 9
mistake-digit-taken = { $digit } opens "{ $name }" already
mistake-other-digit = take another digit

# Macros

mistake-macro-empty = "{ $name }" does nothing
mistake-no-macro-setting = there is no setting of a macro "{ $name }"
mistake-step-empty = this step does nothing
mistake-reopens-nothing = a step that doesn't reopen does nothing
mistake-no-act = there is no act "{ $name }"
mistake-beside = "{ $name }" stands beside "{ $other }"
mistake-one-act = each step does one thing: write { $example }
mistake-beside-no-time = "{ $name }" stands beside no time
mistake-write-beside = write { $example } beside it
mistake-time-only = "{ $name }" goes with time only
mistake-no-time = "{ $text }" is no time spent
mistake-no-template-field = no ticket has a field "{ $name }"
mistake-brace = a brace has no other one
mistake-write-braces = write { $open } and { $close } for braces that are meant as such
mistake-no-assignee = a macro can't assign "{ $name }"
mistake-no-priority = there is no priority "{ $name }"
mistake-no-status = there is no status "{ $name }"
mistake-no-queue = there is no queue "{ $name }"

# Mappings of an import

mistake-no-part = there is no part of a mapping "{ $name }"
mistake-no-source = the mapping doesn't name its source
mistake-write-source = write { $example }, a name that stays the same for this desk's files
mistake-needed = [{ $section }] doesn't say where "{ $name }" comes from
mistake-no-zone = "{ $name }" is not a time zone like Europe/Berlin or America/New_York
mistake-no-form = "{ $form }" is no form of a moment
mistake-no-day = "{ $form }" doesn't say the day
mistake-no-references = records name one another by names or keys, not by "{ $word }"
mistake-no-field = there is no field "{ $name }"
mistake-field-not-set = an import doesn't set this field: it follows from something else, or is granted here
mistake-no-records = there are no records called "{ $name }"
mistake-column-open = a { $open } is not closed: write the column's name and { $close }
mistake-column-unnamed = { $braces } names no column
mistake-file-lacks = the file has no column "{ $name }"
