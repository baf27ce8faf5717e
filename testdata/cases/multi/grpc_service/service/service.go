// Package service implements the generated interface.
package service

import (
	"context"

	"example.com/cases/gen/orderpb"
)

// Repo is what the service needs.
type Repo interface {
	Touch(ctx context.Context, id string) error
	Follow(ctx context.Context, customer string) error
}

// Service is the service.
type Service struct {
	orderpb.UnimplementedOrdersServer
	repo Repo
}

// New makes a Service.
func New(r Repo) *Service { return &Service{repo: r} }

// Get implements orderpb.OrdersServer.
func (s *Service) Get(ctx context.Context, req *orderpb.GetRequest) (*orderpb.Order, error) {
	return &orderpb.Order{Id: req.Id}, s.repo.Touch(ctx, req.Id)
}

// Watch implements orderpb.OrdersServer.
func (s *Service) Watch(req *orderpb.WatchRequest, stream orderpb.Orders_WatchServer) error {
	if err := s.repo.Follow(stream.Context(), req.Customer); err != nil {
		return err
	}
	return stream.Send(&orderpb.Order{})
}
