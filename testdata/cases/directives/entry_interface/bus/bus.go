// Package bus hands messages to consumers, by ways that nobody sees.
package bus

// Consumer answers each message.
//
//sessionlint:entry request
type Consumer interface {
	Consume(body string) error
}

type Bus struct{ consumers []any }

func (b *Bus) Add(c Consumer) { b.consumers = append(b.consumers, c) }

func (b *Bus) Note(x interface{ Name() string }) { b.consumers = append(b.consumers, x) }
