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
