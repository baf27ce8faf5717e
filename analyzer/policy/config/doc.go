// Package config is the configuration: the file .sessionlint.yaml, or settings
// of the same form that a host has read from its own file.
//
// In: text, or decoded values. Out: a typed Config with the place of every
// entry, or all that is wrong with it at once. What the file may hold is
// described once, in keys.go: the check of a file, the JSON Schema for editors
// and the printed settings are made from that description.
//
// The package does not look at the program, except for Resolve, which asks the
// source of the named packages whether the named symbols exist.
package config
