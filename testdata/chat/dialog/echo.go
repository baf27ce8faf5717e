package dialog

import (
	"context"
	"iter"
	"strings"
)

// Echo is a Generator that repeats the last message, word by word. It stands
// where a language model would be.
type Echo struct{}

// Generate implements [Generator].
func (Echo) Generate(ctx context.Context, history []Message) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		last := history[len(history)-1]
		for _, word := range strings.SplitAfter(last.Text, " ") {
			if err := ctx.Err(); err != nil {
				yield("", err)
				return
			}
			if !yield(word, nil) {
				return
			}
		}
	}
}
