package cli

import (
	"fmt"

	"github.com/sessionlint/sessionlint/analyzer/policy/config"
)

// didYouMean is a hint at the known word nearest to a mistyped one, or "" when
// none is near.
func didYouMean(word string, known []string) string {
	if near := config.Near(word, known); near != "" {
		return fmt.Sprintf(" (did you mean %s?)", near)
	}
	return ""
}
