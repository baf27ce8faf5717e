package repository

import (
	"context"
	"database/sql"
	"fmt"

	"example.com/chat/dialog"
	"example.com/chat/store"
)

// Conversations implements [dialog.ConversationRepository].
type Conversations struct{}

// Add stores a conversation.
func (Conversations) Add(ctx context.Context, db store.Querier, conversation dialog.Conversation) error {
	_, err := db.ExecContext(ctx,
		"INSERT INTO conversations (id, title, created) VALUES (?, ?, ?)",
		conversation.ID, conversation.Title, conversation.Created)
	if err != nil {
		return fmt.Errorf("add a conversation: %w", err)
	}
	return nil
}

// Find returns the conversation of an ID, or [dialog.ErrNotFound].
func (Conversations) Find(ctx context.Context, db store.Querier, id string) (dialog.Conversation, error) {
	rows, err := db.QueryContext(ctx, "SELECT id, title, created FROM conversations WHERE id = ?", id)
	if err != nil {
		return dialog.Conversation{}, fmt.Errorf("find a conversation: %w", err)
	}
	defer rows.Close()

	found, err := scanConversations(rows)
	if err != nil {
		return dialog.Conversation{}, err
	}
	if len(found) == 0 {
		return dialog.Conversation{}, dialog.ErrNotFound
	}
	return found[0], nil
}

// List returns all conversations, oldest first.
func (Conversations) List(ctx context.Context, db store.Querier) ([]dialog.Conversation, error) {
	rows, err := db.QueryContext(ctx, "SELECT id, title, created FROM conversations")
	if err != nil {
		return nil, fmt.Errorf("list conversations: %w", err)
	}
	defer rows.Close()
	return scanConversations(rows)
}

func scanConversations(rows *sql.Rows) ([]dialog.Conversation, error) {
	var conversations []dialog.Conversation
	for rows.Next() {
		var c dialog.Conversation
		if err := rows.Scan(&c.ID, &c.Title, &c.Created); err != nil {
			return nil, fmt.Errorf("read a conversation: %w", err)
		}
		conversations = append(conversations, c)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read conversations: %w", err)
	}
	return conversations, nil
}
