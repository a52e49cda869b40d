# What the command line says.

settings-mistakes = { $count ->
    [one] One setting could not be used.
   *[other] { $count } settings could not be used.
 }
