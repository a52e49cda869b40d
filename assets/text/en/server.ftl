# What the server says in its answers and mails. Those of answers are `server-` and the answer's code.

server-key_required = A write needs the header Idempotency-Key with a UUID of its own.
server-key_reused = This Idempotency-Key came with another request before. Give every change a key of its own.
server-unauthorized = The name or the password is not right, or the session is over.
server-feature_inactive = The portal is switched off for you. Your provider switches it on.
server-not_found = There is nothing here, or it is not yours to see.
server-stale = Changed meanwhile: { $fields }. Look at the ticket as it is now, then decide again.
server-changed-meanwhile = Somebody else changed this meanwhile, so nothing was saved. What is shown behind is how it is now; what you typed is still here. Save again to write yours over it.
server-too_large = That is more than the server takes in one go. Send it in smaller parts.
server-query_too_long = The query takes too long. Narrow it, for example by id, date or queue.
server-slow_down = Too many attempts. Try again in { $seconds } seconds.
server-busy = The server is busy. Try again in a few seconds.
server-internal = Something went wrong inside the server. Its log says what.
server-bad_request = The request can't be understood at this address.
server-deactivated = You can't sign in here any more: you are not active, or have no security level. Ask an administrator.
server-code_required = Type the code of your authenticator app too.
server-code_refused = This code is not right, or was used before. Wait for the next one and type that.
