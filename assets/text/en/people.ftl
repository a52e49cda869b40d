# A client's people and the levels that they are given.

people-title = People of { $company }
people-name = Name
people-level = Level
people-licence-since = Licence
people-portal = Portal
people-two-factor = 2nd factor
people-last-sign-in = Last sign-in
people-none = Nobody is here yet. Create the first person; a portal login can come with it or later.
people-none-fit = Nobody fits what you typed.
people-inactive = gone
people-no-login = –
people-two-factor-missing = missing
people-never = never
people-no-email = no e-mail address: nothing can be sent to them
people-is-inactive = Not active: signs in nowhere and gets no tickets.
people-signs-in-never = No portal login. Giving a level makes one.
people-signs-in-as = signs in as { $user }
people-login-off = the portal login is off
people-must-change = must change the password at the next sign-in
people-two-factor-on = second factor set up
people-two-factor-required = a second factor is required and not set up yet
people-two-factor-not-required = no second factor, none required
people-licence = The Taskfire licence counts from { $date }; that day can't be changed.
people-licence-fee = The Taskfire licence counts from { $date } ({ $fee } a month); that day can't be changed.

## A new person
people-create-title = New person of { $company }
people-create-login = Leave user name and level empty for somebody who doesn't sign in.
people-password-once = The password is seen only here: note it now. It is changed at the first sign-in.
people-create-verb = create
people-first-password = First password
people-new-password = New password
people-level-needed = Choose a level.
people-user-name-needed = A level needs a user name to sign in with.
people-created = { $name } is created.
people-edit-title = { $name }
people-edit-verb = save
people-edited = { $name } is saved.

## Levels
people-level-title = Level of { $name }
people-has-level = has this level
people-level-like = like { $level }
people-level-not-here = can't be given here
people-level-by-provider = only the provider gives it
people-level-kept = the provider keeps it for itself
people-taskfire-off = Taskfire is off here
people-no-level = no level
people-no-level-detail = takes the portal login away
people-level-makes-login = The level makes a portal login, so a user name is needed; without the password they can't sign in yet.
people-level-verb = give the level
people-no-level-verb = take it away
people-licence-counts = The licence counts from today, { $date }. That day can't be changed later.
people-licence-ends = The licence ends with today.
people-taken-off = They are taken off the open tickets that they have; the tickets stay.
people-licence-stays = The licence goes on; its day stays the same.
people-portal-ends = The portal login is switched off: they can't sign in any more.
people-fee = A Taskfire level is a licence: { $fee } a month.
people-fee-own = A Taskfire level is a licence; in your own company it is free of charge.
people-fee-unknown = A Taskfire level is a licence. What it costs is not set: see the instance's settings.
people-level-given = { $name } has the level { $level } now.
people-level-taken = { $name } has no level any more.

## Activating
people-deactivate-question = Deactivate { $name }? They can't sign in any more and nothing is sent to them. What they wrote stays.
people-deactivate-licence-question = Deactivate { $name }? They can't sign in any more, the licence ends with today, and they are taken off the open tickets that they have. What they wrote stays.
people-activate-question = Activate { $name }? They can sign in again where they have a login.
people-activate-licence-question = Activate { $name }? They can sign in again, and their licence begins.
people-activated = { $name } is active again.
people-deactivated = { $name } is not active any more.

## Signing in
people-password-title = New password for { $name }
people-password-sessions = Whoever is signed in with the old one is signed out.
people-password-verb = set it
people-password-reset = { $name } has a new password and changes it at the next sign-in.
people-two-factor-question = Reset the second factor of { $name }? Their codes end now; where a second factor is required they set up a new one at the next sign-in.
people-two-factor-reset = { $name } can set up a second factor afresh.

## Levels of one's own
levels-title = Levels
levels-name = Name
levels-like = Like
levels-given-by = Given by
levels-people = People
levels-system = system level
levels-by-provider = the provider alone
levels-by-client-too = managers too
levels-create-title = New level
levels-create-about = A level of your own lets people do what the system's level of its kind does. Its kind stays as it is.
levels-client-may-give = Managers may give it
levels-create-verb = create
levels-created = The level { $name } is created.
levels-delete-question = Delete the level { $name }? Nobody has it.
levels-deleted = The level is deleted.
levels-edit-title = Edit the level { $name }
levels-edited = The level { $name } is saved.

## Why something can't be asked for now
reason-portal-manager = Only the portal's managers and the people who work in Taskfire manage users here.
reason-not-at-people = Open a list of people first.
reason-nobody-here = Nobody is under the cursor.
reason-no-login = This person has no portal login. Give a level first.
reason-no-second-factor = This person has set up no second factor.
reason-not-at-levels = Open the levels first.

## Keys
context-people = People
context-levels = Levels
intent-people-create = create a person
    .short = new
    .about = A person of this client, with a portal login or without one.
intent-people-edit = edit the person
    .short = edit
    .about = Name, e-mail address and telephone.
intent-people-level = change the level
    .short = level
    .about = Shows the levels with those that you can't give and why; for a Taskfire level from when the licence counts and what it costs.
intent-people-switch = activate or deactivate the person
    .short = (de)activate
    .about = Says what follows before it does so.
intent-people-password = reset the password
    .short = password
    .about = Makes a password that is seen once and changed at the next sign-in.
intent-people-two-factor = reset the second factor
    .short = 2nd factor
    .about = For somebody whose telephone is lost: they set up a new one.
intent-levels-create = create a level
    .short = new
    .about = A level of your own, made after one of the system's.
intent-levels-edit = edit the level
    .short = edit
    .about = Its name and who may give it, as long as nobody has it.
intent-levels-delete = delete the level
    .short = delete
    .about = Only a level of your own that nobody has.
intent-go-people = go to the people of this client
    .short = people
    .about = The people of the client in front, else those of your own company.
intent-go-levels = go to the levels
    .short = levels
    .about = The system's levels and your own.

## Fields
field-name = Name
field-firstName = First name
field-lastName = Last name
field-email = E-mail
field-phone = Telephone
field-userName = User name
field-level = Level
