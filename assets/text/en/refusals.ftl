# Why something is refused, and what would make it possible. Keys are `refusal-` and the refusal's code.

refusal-unknown = The server refused this ({ $code }).
