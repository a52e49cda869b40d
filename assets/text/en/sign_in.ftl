# Signing in, one's own password and second factor, the locked screen.

sign-in-who = Sign in
sign-in-user-name = User name
sign-in-password = Password
sign-in-code = Code
sign-in-new = New password
sign-in-again = Once more

sign-in-second-factor = Sign in: second factor
    .about = Your sign-in has a second factor. Type the six digits that your app shows now.

sign-in-new-password = Change your password first
    .about = Somebody else gave you this password. Choose your own; then you are let in.

sign-in-own-password = Change your password
    .about = The new password holds from now on, for every device. Your other sessions end.

sign-in-set-up = Set up a second factor
    .about = Give this to the app on your telephone that makes codes: scan the square where there is room for it, or type the letters. Then type the six digits that the app shows.

sign-in-turn-off-question = Sign in without a second factor from now on? Your password alone is enough then.
sign-in-turn-off-title = Turn the second factor off
sign-in-turn-off-verb = turn off
sign-in-turn-off-code = Type a code of your authenticator app: it says that it is you.

sign-in-locked = Locked
    .about = This screen is locked, also after a new start. { $name } opens it with the password, and the server has to say that it is right: without a line, connect first and try again; until then everything stays closed, and nothing is lost.

sign-in-not-the-same = The two are not the same. Type the new password once more.
sign-in-password-changed = Your password is changed.
sign-in-two-factor-on = From now on you sign in with a second factor.
sign-in-two-factor-off = From now on your password alone is enough.

reason-no-password-here = Nobody has a password on this machine's own desk: your account here is enough.
reason-two-factor-on = Your second factor is set up already. Turn it off first to set up another one.
reason-two-factor-off = You have no second factor to turn off.

intent-session-change-password = change my password
    .short = password
    .about = Changes the password with which you sign in; the present one proves who you are.
intent-session-set-up-two-factor = set up my second factor
    .short = second factor
    .about = Shows what to put into the app on your telephone; from then on its codes are asked for when you sign in.
intent-session-end-two-factor = sign in without a second factor
    .short = no second factor
    .about = Your password alone is enough from then on, unless a second factor is required here.
intent-session-lock = lock the screen
    .short = lock
    .about = Hides everything until you type your password again; nothing is lost.
