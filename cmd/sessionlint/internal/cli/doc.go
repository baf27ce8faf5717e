// Package cli is the command line of sessionlint: flags, messages, exit
// status, and the choice between this face and the one for go vet.
//
// In: arguments and the process's surroundings. Out: text on two writers and
// an exit status. The analysis itself is an Engine, of which engine.go has the
// real one.
package cli
