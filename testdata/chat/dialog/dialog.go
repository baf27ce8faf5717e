// Package dialog is what the service does: a prompt is stored, the answer to
// it is streamed, and the answer is stored.
//
// Nothing here opens a session. The use cases are given the one session of
// their request and pass it on. Each step that uses it also ends the unit of
// work before it returns; that is what keeps connections free while a stream
// is being sent.
package dialog

import (
	"context"
	"errors"
	"iter"
	"time"

	"example.com/chat/store"
)

// ErrNotFound says that there is no conversation of the given ID.
var ErrNotFound = errors.New("conversation not found")

// Role is who wrote a message.
type Role string

const (
	User      Role = "user"
	Assistant Role = "assistant"
)

// Message is one contribution to a conversation.
type Message struct {
	Conversation string    `json:"conversation"`
	Role         Role      `json:"role"`
	Text         string    `json:"text"`
	Created      time.Time `json:"created"`
}

// Conversation is a sequence of messages.
type Conversation struct {
	ID      string    `json:"id"`
	Title   string    `json:"title"`
	Created time.Time `json:"created"`
}

// MessageRepository keeps messages.
type MessageRepository interface {
	Add(ctx context.Context, db store.Querier, message Message) error
	List(ctx context.Context, db store.Querier, conversation string) ([]Message, error)
}

// ConversationRepository keeps conversations.
type ConversationRepository interface {
	Add(ctx context.Context, db store.Querier, conversation Conversation) error
	// Find returns ErrNotFound when there is no such conversation.
	Find(ctx context.Context, db store.Querier, id string) (Conversation, error)
	List(ctx context.Context, db store.Querier) ([]Conversation, error)
}

// Generator writes the answer to a conversation, token by token. The sequence
// ends after the first error.
type Generator interface {
	Generate(ctx context.Context, history []Message) iter.Seq2[string, error]
}

// Stream is where an answer goes while it is being written.
type Stream interface {
	Open(conversation string) error
	Send(token string) error
}
