// Package size describes sources.
package size

// Source has a size.
type Source interface{ Size() int }

// Describe says whether there is something.
func Describe(s Source) string {
	if s.Size() == 0 {
		return "empty"
	}
	return "full"
}
