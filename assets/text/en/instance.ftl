# The instance, its features and settings, and portal settings.

form-save = save
form-leave-as-it-was = leave it as it was

instance-title = Instance
instance-features = ACTIVATIONS
instance-settings = SETTINGS
instance-audit = NEWEST DIGEST OF THE AUDIT LOG
instance-zone-coming = { $zone } from { $date } on
instance-currency-fixed = fixed, since a period is closed
instance-fee-missing = set it, so that people see what a Taskfire level costs
instance-two-factor-required = your own people sign in with a second factor
instance-two-factor-not-required = not required of your own people
instance-edit-title = The instance's settings
instance-edit-zone = A new time zone applies from tomorrow on. The licence fee is what the platform charges you for one Taskfire licence a month.
instance-saved = The instance's settings are saved.

subscription-essentials = Essentials
subscription-essentials-note = without a portal
subscription-premium = Premium
subscription-ultimate = Ultimate

feature-portal = Portal
feature-portal-about = clients' people sign in, submit requests, follow tickets
feature-portal-on = Switch the portal on for the whole instance? Each client's portal is then switched on by itself.
feature-portal-off = Switch the portal off for the whole instance? Nobody of any client can sign in until it is on again; nothing is lost.
feature-taskfire = Taskfire
feature-taskfire-about = clients' IT staff work tickets; enabled client by client
feature-taskfire-on = Switch Taskfire on for the whole instance? It is then enabled client by client, each with the agreement.
feature-taskfire-off = Switch Taskfire off for the whole instance? No further client can enable it; those that have it keep it.
feature-comanaged = Co-managed help desk
feature-comanaged-about = clients' people work in Autotask itself
feature-comanaged-on = Switch the co-managed help desk on for the whole instance?
feature-comanaged-off = Switch the co-managed help desk off for the whole instance?
feature-next-portal = Next portal version
feature-next-portal-about = early access, for the clients that you choose
feature-next-portal-on = Offer the next version of the portal? Choose the clients in their portal settings.
feature-next-portal-off = Stop offering the next version of the portal? Everybody goes on with the present one.
feature-switched-on = { $name } is on.
feature-switched-off = { $name } is off.

## Portal settings
portal-title = Portal settings for every client
portal-title-client = Portal settings of { $company }
portal-setting = Setting
portal-value = Value
portal-global = For every client
portal-own = Here
portal-holds = Holds
portal-as-global = as global
portal-both = For every client: { $global }. Here: { $own }.
portal-as-global-question = Give up what { $company } has of its own? { $name }: { $own } now, then as for every client: { $global }.
portal-overrides = For every client it is: { $value }. What you save here holds at this client alone.
portal-saved = Saved: { $name }.
portal-is-global = As for every client again: { $name }.
portal-never = never
portal-minutes = after { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }
portal-minutes-wrong = Type whole minutes, from 1 to 1,440.
portal-day-wrong = Type a day, like 2026-01-31.
portal-empty-is-global = Empty would be as for every client: leave this form and take it back with the key for that.
portal-from-the-beginning = all tickets

portal-two-factor = Second factor required
    .about = Who must set up a second factor and type its code when signing in.
portal-two-factor-nobody = of nobody
portal-two-factor-taskfire = of people with a Taskfire level
portal-two-factor-everybody = of everybody
portal-lock = Screen locked
    .about = After so many minutes without a key the console is locked until the password is typed. Half-typed texts stay.
portal-lock-field = Minutes
portal-shown-time = Shown of our time
    .about = What clients see of the time that your people have logged on their tickets.
portal-shown-nothing = nothing
portal-shown-billed = hours that are billed
portal-shown-worked = hours that were worked
portal-resource-names = Our people are named
    .about = How your people's names stand in tickets and notes that clients read.
portal-names-full = by their full name
portal-names-first = by their first name
portal-names-provider = by the provider's name
portal-tickets-since = Tickets shown since
    .about = Tickets that were created before this day are hidden from clients.
portal-since-field = Since
portal-next-version = Next portal version
    .about = Whether people may switch to the next version of the portal and back. The instance's feature must be on too.
portal-assignable-levels = Levels that managers give
    .about = Which of the standard levels a client's own managers may give. Taskfire levels are always given by you.
portal-levels-none = none
portal-branding = Branding
    .about = The name, a line in place of a logo, and the colour of the sign-in banner and of what is sent by mail.
portal-branding-none = the provider's name alone
portal-branding-name = Name
portal-branding-logo = Logo text
portal-branding-colour = Colour

## Why something can't be asked for now
reason-not-at-instance = Open the instance first.
reason-not-at-portal = Open portal settings first.
reason-is-global = These settings hold for every client: there is nothing that they override.
reason-already-as-global = It is as for every client already.

## Fields
field-timeZone = Time zone
field-currency = Currency
field-licenceFee = Licence fee a month
field-subscription = Subscription
field-requiresTwoFactor = Second factor

## Keys
context-instance = Instance
context-portal = Portal settings
intent-instance-switch = switch the feature on or off
    .short = switch
    .about = For the whole instance; says what follows before it does so.
intent-instance-edit = edit the instance's settings
    .short = settings
    .about = Name, time zone, currency, licence fee, subscription, second factor of your own people.
intent-portal-edit = edit the setting
    .short = edit
    .about = For every client, or for this one alone.
intent-portal-as-global = as for every client again
    .short = as global
    .about = Gives up what this client has of its own.
intent-go-instance = go to the instance
    .short = instance
    .about = Activations and settings of the whole instance.
intent-go-portal = go to the portal settings
    .short = portal settings
    .about = Those of the client in front with what they override, else those for every client.

## The portal's own people
portal-version-next = This is the next version of the portal. The same key leads back.
portal-version-present = This is the present version of the portal.
reason-not-in-the-portal = Only people of the portal switch its version.
reason-no-next-version = Your organisation has only the present version of the portal.
intent-portal-version = switch to the portal's other version
    .short = other version
    .about = The list alone, or the list with a preview.
