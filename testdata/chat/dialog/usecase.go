package dialog

import (
	"context"
	"fmt"

	"example.com/chat/store"
)

// StreamUseCase answers one prompt. It lives as long as the request.
type StreamUseCase struct {
	session   *store.Session
	processor *Processor
	responder *Responder
}

// NewStreamUseCase puts the use case of one request together.
func NewStreamUseCase(session *store.Session, processor *Processor, responder *Responder) *StreamUseCase {
	return &StreamUseCase{session: session, processor: processor, responder: responder}
}

// Run stores the prompt, streams the answer to out and stores the answer. The
// prompt stays stored when the answer fails: the user can ask again.
func (u *StreamUseCase) Run(ctx context.Context, prompt Prompt, out Stream) error {
	turn, err := u.processor.Process(ctx, u.session, prompt)
	if err != nil {
		return fmt.Errorf("store the prompt: %w", err)
	}
	if err := u.responder.Respond(ctx, u.session, turn, out); err != nil {
		return fmt.Errorf("respond: %w", err)
	}
	return nil
}

// ListUseCase lists conversations. It lives as long as the request.
type ListUseCase struct {
	session       *store.Session
	conversations ConversationRepository
}

// NewListUseCase puts the use case of one request together.
func NewListUseCase(session *store.Session, conversations ConversationRepository) *ListUseCase {
	return &ListUseCase{session: session, conversations: conversations}
}

// Run returns all conversations, oldest first.
func (u *ListUseCase) Run(ctx context.Context) ([]Conversation, error) {
	defer u.session.Rollback() // nothing was written
	conversations, err := u.conversations.List(ctx, u.session)
	if err != nil {
		return nil, fmt.Errorf("list conversations: %w", err)
	}
	return conversations, nil
}
