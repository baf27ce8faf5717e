// Package notify sends messages, whatever they are.
package notify

// Message is what can be sent.
type Message interface{ Text() string }

// Send sends a message, in two steps.
func Send(to string, m Message) { mail(to, m) }

func mail(to string, m Message) { deliver(to, m.Text()) }

func deliver(to, text string) {}
