// Package container puts the service together, by hand.
//
// What holds no state of a request is made once, in [New]. What does is made
// by [Container.ForRequest], the only place where a request gets a session.
package container

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"example.com/chat/cleanup"
	"example.com/chat/dialog"
	"example.com/chat/repository"
	"example.com/chat/store"
)

const keepMessages = 30 * 24 * time.Hour

// Container holds what all requests share.
type Container struct {
	pool          *sql.DB
	conversations dialog.ConversationRepository
	processor     *dialog.Processor
	responder     *dialog.Responder
	cleaner       *cleanup.Cleaner
}

// New makes what all requests share. The pool stays the caller's to close.
func New(pool *sql.DB, generator dialog.Generator) *Container {
	conversations := repository.Conversations{}
	messages := repository.Messages{}
	return &Container{
		pool:          pool,
		conversations: conversations,
		processor:     dialog.NewProcessor(pool, conversations, messages),
		responder:     dialog.NewResponder(messages, generator),
		cleaner:       cleanup.New(pool, messages, keepMessages),
	}
}

// Cleaner returns the background task that deletes old messages.
func (c *Container) Cleaner() *cleanup.Cleaner {
	return c.cleaner
}

// Ping says whether the database answers.
func (c *Container) Ping(ctx context.Context) error {
	if err := c.pool.PingContext(ctx); err != nil {
		return fmt.Errorf("ping: %w", err)
	}
	return nil
}

// Request holds what belongs to one request: one session, shared by all use
// cases that are made from it.
type Request struct {
	container *Container
	session   *store.Session
}

// ForRequest makes what belongs to the request of ctx.
func (c *Container) ForRequest(ctx context.Context) *Request {
	return &Request{container: c, session: store.GetDB(ctx, c.pool)}
}

// StreamUseCase answers a prompt.
func (r *Request) StreamUseCase() *dialog.StreamUseCase {
	return dialog.NewStreamUseCase(r.session, r.container.processor, r.container.responder)
}

// ListUseCase lists conversations.
func (r *Request) ListUseCase() *dialog.ListUseCase {
	return dialog.NewListUseCase(r.session, r.container.conversations)
}
