// Package kafka holds the shapes of github.com/segmentio/kafka-go that the cases use.
package kafka

import (
	"context"
	"net"
)

type Balancer interface {
	Balance(msg Message, partitions ...int) (partition int)
}

type Message struct {
	Topic string
	Key   []byte
	Value []byte
}

type Writer struct {
	Addr     net.Addr
	Topic    string
	Balancer Balancer
	Async    bool
}

type WriterConfig struct {
	Brokers []string
	Topic   string
}

type ReaderConfig struct {
	Brokers []string
	GroupID string
	Topic   string
}

type Reader struct{ config ReaderConfig }

type Conn struct{ topic string }

func TCP(address ...string) net.Addr { return nil }

func NewWriter(config WriterConfig) *Writer { return &Writer{} }
func NewReader(config ReaderConfig) *Reader { return &Reader{config: config} }

func DialLeader(ctx context.Context, network string, address string, topic string, partition int) (*Conn, error) {
	return &Conn{}, nil
}

func (w *Writer) WriteMessages(ctx context.Context, msgs ...Message) error { return nil }
func (w *Writer) Close() error                                             { return nil }

func (r *Reader) ReadMessage(ctx context.Context) (Message, error) { return Message{}, nil }
func (r *Reader) Close() error                                     { return nil }

func (c *Conn) Close() error { return nil }
