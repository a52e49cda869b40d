# Why the line to the server, or this machine's copy, did not do what was asked.

trouble-unreachable = the server can't be reached: { $reason }
trouble-timed-out = the server didn't answer in time: { $reason }
trouble-broken = the server's answer can't be understood: { $reason }
trouble-sign-in = sign in first
trouble-busy = the server is busy
trouble-no-line = there is no line to the server at the moment
client-authority = server.ca_file: { $what } can't be used: { $reason }. It must hold certificates in PEM form
client-no-certificate = server.ca_file: { $what } holds no certificate. It must hold certificates in PEM form
client-proxy = server.proxy: { $what } can't be used: { $reason }. Write it like http://proxy.example:3128
client-not-made = no HTTP client can be made: { $reason }
copy-make = can't make the folder { $path }: { $reason }. Check who owns it and that the disk is there.
copy-open = can't open { $path }: { $reason }. Check who owns it and that the disk is there.
copy-make-private = can't make { $path } private: { $reason }. Check who owns it and that the disk is there.
copy-look-at = can't look at the disk of { $path }: { $reason }. Check who owns it and that the disk is there.
copy-migration = the local copy { $path } can't be brought up to date: { $reason }. Use the program that wrote it, or move it away; unsent changes are in it.
copy-disk-full = no space left on the disk of the local copy: nothing was saved. Make room and do it again.
copy-nobody = nobody has signed in yet: sign in once while the server answers
copy-no-ticket = ticket { $ticket } is not in the local copy
copy-no-change = this change is no longer in the outbox
copy-on-its-way = this change is on its way to the server; wait for the answer
copy-unreadable = the local copy holds something unreadable: { $reason }
copy-locked = another program keeps the local copy locked. End it, or do it again in a moment.
copy-database = the local copy failed: { $reason }
embedded-files = the embedded desk's files can't be used: { $reason }. `tandem doctor` says where they lie
embedded-stuck = another tandem of yours holds { $file } but doesn't answer; end it (`fuser` names it), then try again
refusal-too_large = The request is larger than what the way to the server lets through; make it shorter.
