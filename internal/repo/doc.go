// Package repo holds the tests of the repository itself: which way packages
// import each other, what the module depends on, how files are laid out, and
// that the tests of the modules below this one run with its own.
package repo
