package config

import "fmt"

// Near is the known word that a mistyped one probably meant, or "".
func Near(word string, known []string) string {
	best, bestAt := "", 3
	for _, k := range known {
		if d := distance(word, k); d < bestAt && len(k) > 3 && 2*d <= len(k) {
			best, bestAt = k, d
		}
	}
	return best
}

func didYouMean(word string, known []string) string {
	if near := Near(word, known); near != "" {
		return fmt.Sprintf(" (did you mean %s?)", near)
	}
	return ""
}

// distance is the number of single-character edits from a to b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
