// Command chat serves a small chat backend: it stores what the user writes,
// streams the answer as server-sent events and stores the answer.
//
// It keeps everything in memory, so it needs nothing but Go:
//
//	go run . -addr localhost:8080
//	curl -N localhost:8080/stream -d '{"text":"hello there"}'
package main

import (
	"context"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"time"

	"example.com/chat/api"
	"example.com/chat/container"
	"example.com/chat/dialog"
	_ "example.com/chat/memdb" // registers the database driver
)

const (
	maxConnections  = 10
	cleanupInterval = time.Hour
	shutdownTimeout = 10 * time.Second
)

func main() {
	addr := flag.String("addr", "localhost:8080", "address to listen on")
	database := flag.String("database", "chat", "name of the database")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *addr, *database); err != nil {
		slog.Error("chat", "error", err)
		os.Exit(1)
	}
}

// run serves until ctx ends. The pool that it opens is the only one of the
// program: every session is a unit of work on it.
func run(ctx context.Context, addr, database string) error {
	pool, err := sql.Open("memdb", database)
	if err != nil {
		return fmt.Errorf("open the pool: %w", err)
	}
	defer pool.Close()
	pool.SetMaxOpenConns(maxConnections)

	services := container.New(pool, dialog.Echo{})
	go services.Cleaner().Run(ctx, cleanupInterval)

	server := &http.Server{
		Addr:              addr,
		Handler:           api.New(services).Routes(),
		ReadHeaderTimeout: 5 * time.Second,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.ListenAndServe() }()
	slog.Info("listening", "addr", addr)

	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	return shutdown(server)
}

// shutdown lets streams that are being sent end, but not for ever.
func shutdown(server *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), shutdownTimeout)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		return errors.Join(fmt.Errorf("shut down: %w", err), server.Close())
	}
	return nil
}
