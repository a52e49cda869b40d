# What the server says in its answers and mails.

server-internal-error = Something went wrong inside the server. Its log says what, under { $reference }.
