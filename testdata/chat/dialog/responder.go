package dialog

import (
	"context"
	"fmt"
	"strings"
	"time"

	"example.com/chat/store"
)

// Responder streams answers to users.
type Responder struct {
	messages  MessageRepository
	generator Generator
}

// NewResponder returns a responder that serves all requests.
func NewResponder(messages MessageRepository, generator Generator) *Responder {
	return &Responder{messages: messages, generator: generator}
}

// Respond streams the answer, then stores it in the session it is given. The
// session is not touched before the last token is out: a slow reader must not
// keep a connection. An answer that breaks off is not stored.
func (r *Responder) Respond(ctx context.Context, session *store.Session, turn Turn, out Stream) error {
	text, err := r.send(ctx, turn, out)
	if err != nil {
		return err
	}

	defer session.Rollback() // does nothing after Commit
	message := Message{
		Conversation: turn.Conversation,
		Role:         Assistant,
		Text:         text,
		Created:      time.Now(),
	}
	if err := r.messages.Add(ctx, session, message); err != nil {
		return err
	}
	return session.Commit()
}

// send streams the answer and returns its text.
func (r *Responder) send(ctx context.Context, turn Turn, out Stream) (string, error) {
	if err := out.Open(turn.Conversation); err != nil {
		return "", fmt.Errorf("open the stream: %w", err)
	}
	var text strings.Builder
	for token, err := range r.generator.Generate(ctx, turn.History) {
		if err != nil {
			return "", fmt.Errorf("generate: %w", err)
		}
		text.WriteString(token)
		if err := out.Send(token); err != nil {
			return "", fmt.Errorf("send: %w", err)
		}
	}
	return text.String(), nil
}
