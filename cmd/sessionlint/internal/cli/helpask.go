package cli

const placeHelp = `
A place is FILE:LINE, a function as in store.GetDB, (*Session).begin or
example.com/chat/store.GetDB, or what acquires something, as in sql.Open.

Packages are patterns as the go command takes them, ./... by default. Flags
stand before the place, packages behind it.
`

const whyHelp = `usage: sessionlint why [flags] PLACE [packages]

Prints every entry point that reaches an acquisition, a finding or any function,
with the shortest way there: the ways that the entry point waits for first, then
those through go statements, then those through guards that run once.
` + placeHelp

const whyNotHelp = `usage: sessionlint why-not [flags] PLACE [packages]

Prints what keeps a place from being reported: its verdict and what approves it,
the guard or go statement that every request passes, or that no request comes
there, how far up its callers go, and which calls could be the missing link.
` + placeHelp

const entriesHelp = `usage: sessionlint entries [flags] [packages]

Lists every entry point with its kind, route and framework, and how many
sessions one pass through it takes: none, one and from where, several, or one
per iteration of a loop. Branches are not told apart, so the number is the most
that there can be; of the implementations of an interface the greediest counts.

Packages are patterns as the go command takes them, ./... by default. Flags
stand before the packages.
`

const answerExitHelp = `
exit status:
  0  the answer was printed, whatever it says
  2  wrong usage, or no such place
  3  the program could not be loaded, or the result not written
`
