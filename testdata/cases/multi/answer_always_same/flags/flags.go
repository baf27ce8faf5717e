// Package flags says what is switched on in this build.
package flags

const perRequest = false

func PerRequest() bool { return perRequest }
