package config

import (
	"path"
	"strings"
)

// Excluded reports whether nothing is to be reported in a file, named relative
// to Dir with slashes.
func (c *Config) Excluded(file string) bool {
	if c == nil {
		return false
	}
	for _, glob := range c.Exclude {
		if matchGlob(strings.Split(glob, "/"), strings.Split(file, "/")) {
			return true
		}
	}
	return false
}

// matchGlob matches by elements; ** is any number of them, and a pattern that
// ends matches what lies below: "legacy" is "legacy/**".
func matchGlob(glob, file []string) bool {
	for len(glob) > 0 {
		if glob[0] == "**" {
			for i := range len(file) + 1 {
				if matchGlob(glob[1:], file[i:]) {
					return true
				}
			}
			return false
		}
		if len(file) == 0 {
			return false
		}
		if ok, err := path.Match(glob[0], file[0]); err != nil || !ok {
			return false
		}
		glob, file = glob[1:], file[1:]
	}
	return true
}

// Acquires reports whether the configuration says that a function acquires as
// a whole, so that what stands in it is not reported beside its calls.
func (c *Config) Acquires(function string) bool {
	if c == nil {
		return false
	}
	function, _, _ = strings.Cut(function, "$")
	for _, a := range c.acquirers {
		if a == function {
			return true
		}
	}
	return false
}
