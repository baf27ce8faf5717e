package driver

import (
	"errors"
	"fmt"
)

// Error is why a program could not be loaded, in one sentence.
type Error struct {
	// Usage is whether the arguments are wrong (a directory that does not
	// exist, a pattern that matches nothing) rather than the program.
	Usage bool
	text  string
	err   error
}

func (e *Error) Error() string { return e.text }

// Unwrap returns the error behind it, if any.
func (e *Error) Unwrap() error { return e.err }

// IsUsage reports whether an error of Load means that its arguments are wrong.
func IsUsage(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Usage
}

func usageError(format string, args ...any) error {
	return newError(true, format, args)
}

func loadError(format string, args ...any) error {
	return newError(false, format, args)
}

func newError(usage bool, format string, args []any) error {
	err := fmt.Errorf(format, args...)
	return &Error{Usage: usage, text: err.Error(), err: errors.Unwrap(err)}
}
