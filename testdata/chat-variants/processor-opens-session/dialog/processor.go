package dialog

import (
	"context"
	"crypto/rand"
	"database/sql"
	"fmt"
	"time"

	"example.com/chat/store"
)

// Prompt is what the user sends. Without a conversation it starts a new one.
type Prompt struct {
	Conversation string `json:"conversation"`
	Text         string `json:"text"`
}

// Turn is a conversation in which it is the assistant's turn to write.
type Turn struct {
	Conversation string
	History      []Message // the prompt is the last
}

// Processor takes in the messages of users.
type Processor struct {
	pool          *sql.DB
	conversations ConversationRepository
	messages      MessageRepository
}

// NewProcessor returns a processor that serves all requests.
func NewProcessor(pool *sql.DB, conversations ConversationRepository, messages MessageRepository) *Processor {
	return &Processor{pool: pool, conversations: conversations, messages: messages}
}

// Process stores the prompt in the session it is given and commits, so that
// no connection is held when the answer is streamed. It counts the prompt in a
// transaction of its own, so that it counts even if it cannot be stored.
func (p *Processor) Process(ctx context.Context, session *store.Session, prompt Prompt) (Turn, error) {
	defer session.Rollback() // does nothing after Commit

	conversation, err := p.conversation(ctx, session, prompt)
	if err != nil {
		return Turn{}, err
	}
	history, err := p.messages.List(ctx, session, conversation.ID)
	if err != nil {
		return Turn{}, err
	}
	tx, err := p.pool.BeginTx(ctx, nil)
	if err != nil {
		return Turn{}, fmt.Errorf("begin: %w", err)
	}
	defer tx.Rollback() // does nothing after Commit
	if _, err := tx.ExecContext(ctx, "INSERT INTO prompts (conversation) VALUES (?)", conversation.ID); err != nil {
		return Turn{}, fmt.Errorf("count the prompt: %w", err)
	}
	if err := tx.Commit(); err != nil {
		return Turn{}, fmt.Errorf("commit: %w", err)
	}

	message := Message{
		Conversation: conversation.ID,
		Role:         User,
		Text:         prompt.Text,
		Created:      time.Now(),
	}
	if err := p.messages.Add(ctx, session, message); err != nil {
		return Turn{}, err
	}
	if err := session.Commit(); err != nil {
		return Turn{}, err
	}
	return Turn{Conversation: conversation.ID, History: append(history, message)}, nil
}

// conversation finds the conversation of a prompt or starts one.
func (p *Processor) conversation(ctx context.Context, session *store.Session, prompt Prompt) (Conversation, error) {
	if prompt.Conversation != "" {
		return p.conversations.Find(ctx, session, prompt.Conversation)
	}
	conversation := Conversation{ID: rand.Text(), Title: title(prompt.Text), Created: time.Now()}
	return conversation, p.conversations.Add(ctx, session, conversation)
}

// title is the beginning of the first message.
func title(text string) string {
	const most = 40
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most]) + "…"
}
