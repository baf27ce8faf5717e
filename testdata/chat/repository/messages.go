// Package repository keeps the things of package dialog in the database.
//
// A repository has no connection and no session of its own. It works in the
// session that each call brings along, so the caller decides what belongs to
// one unit of work.
package repository

import (
	"context"
	"fmt"
	"time"

	"example.com/chat/dialog"
	"example.com/chat/store"
)

// Messages implements [dialog.MessageRepository].
type Messages struct{}

// Add stores a message.
func (Messages) Add(ctx context.Context, db store.Querier, message dialog.Message) error {
	_, err := db.ExecContext(ctx,
		"INSERT INTO messages (conversation, role, text, created) VALUES (?, ?, ?, ?)",
		message.Conversation, message.Role, message.Text, message.Created)
	if err != nil {
		return fmt.Errorf("add a message: %w", err)
	}
	return nil
}

// List returns the messages of a conversation, oldest first.
func (Messages) List(ctx context.Context, db store.Querier, conversation string) ([]dialog.Message, error) {
	rows, err := db.QueryContext(ctx,
		"SELECT conversation, role, text, created FROM messages WHERE conversation = ?", conversation)
	if err != nil {
		return nil, fmt.Errorf("list messages: %w", err)
	}
	defer rows.Close()

	var messages []dialog.Message
	for rows.Next() {
		var m dialog.Message
		if err := rows.Scan(&m.Conversation, &m.Role, &m.Text, &m.Created); err != nil {
			return nil, fmt.Errorf("read a message: %w", err)
		}
		messages = append(messages, m)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("list messages: %w", err)
	}
	return messages, nil
}

// DeleteBefore deletes the messages that are older than cutoff and returns
// how many those were.
func (Messages) DeleteBefore(ctx context.Context, db store.Querier, cutoff time.Time) (int64, error) {
	result, err := db.ExecContext(ctx, "DELETE FROM messages WHERE created < ?", cutoff)
	if err != nil {
		return 0, fmt.Errorf("delete messages: %w", err)
	}
	return result.RowsAffected()
}
