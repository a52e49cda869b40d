# What the command line says.

settings-mistakes = { $count ->
    [one] One setting could not be used.
   *[other] { $count } settings could not be used.
 }

answer-yes = yes
provider-unnamed = Service provider

# Passwords

password-new = New password for { $name }:
password-again = The same again:
password-differs = The two passwords differ; nothing was changed. Try again.
password-empty = A password is needed: type it, or pipe it in as one line.
password-set = { $name } has a new password; their sessions have ended.

# tandem serve

serve-listening = Listening on { $address }
serve-nobody = Nobody can sign in yet. Make the first administrator: tandem user create NAME --level provider_admin --database sqlite:{ $database }
serve-demo = The demo desk is made. Sign in as { $name } with the password { $password } (shown only now).
demo-progress = Making the demo desk

# tandem user

user-created = { $name } can sign in now.
user-not-found = Nobody has that user name; `tandem user create` makes a person.
user-needs-company = A client's person needs their client: add --company NAME, or take a provider's level.
company-not-found = There is no company "{ $name }" here; write its name as it stands in the database.
credential-once = The secret is shown only now; keep it where the program finds it.

console-missing = The console is not there yet.

# The line to the backend

server-embedded = the embedded desk
sign-in-first = Nobody is signed in at { $server }: `tandem sign-in NAME` begins a session.
sign-in-embedded = The embedded demo desk needs no sign-in. Name a server with --server or in the settings; on the demo desk --as NAME is somebody else.
password-of = Password of { $name } at { $server }:
signed-in = { $name } ({ $company }) is signed in at { $server }.
demo-nobody = Nobody on the demo desk has the user name { $name }; `:demo` in the console lists everybody.

# tandem ticket, tandem queue

argument-missing = --{ $argument } is needed here.
name-unknown = Nothing is called "{ $name }"; write as much of the name as is clear.
name-ambiguous = "{ $name }" may mean { $names }; write more of the name.
ticket-not-found = There is no ticket { $number } that you may see; write its number as in T20261120.0007.
ticket-ambiguous = { $count } tickets end in { $number }; write more of the number.
tickets-none = No ticket matches.
tickets-more = More tickets match; --limit shows more than { $count }.
edit-nothing = Nothing to change was named; `tandem ticket edit --help` lists the fields.
carried-over = { $side } was completed too: you own the ticket and the client's setting says so.
not-carried-not-owner = { $side } keeps its status: only the ticket's owner completes both.
not-carried-setting-off = { $side } keeps its status: the client's setting doesn't complete both.
show-conversation = Conversation:
show-time = Time:
show-history = History:
audience-both = to both
audience-autotask = Autotask only
audience-taskfire = Taskfire only
minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
 }

# tandem import

import-progress = Importing
import-done = { $added } rows are in, { $created } tickets were made; { $there } rows were there already.
import-would = { $added } rows would go in, { $created } tickets would be made; { $there } rows are there already.
import-rejected = { $count ->
    [one] 1 row was set aside; it lies in { $file }. Put it right and import it by itself.
   *[other] { $count } rows were set aside; they lie in { $file }. Put them right and import them by themselves.
 }
import-would-reject = { $count ->
    [one] 1 row would be set aside.
   *[other] { $count } rows would be set aside.
 }
import-go-on = What was sent is in; run the same command again to go on from there.
mapping-unknown = There is no mapping { $name }; name a file, or take one that ships: { $names }.
