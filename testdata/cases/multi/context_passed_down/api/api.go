// Package api has the handlers.
package api

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

type creator interface{ Create(c *gin.Context) error }

// API serves orders.
type API struct{ Orders creator }

// Register adds the routes.
func (a *API) Register(r *gin.Engine) {
	r.POST("/orders", a.create)
}

func (a *API) create(c *gin.Context) {
	if err := a.Orders.Create(c); err != nil {
		c.String(http.StatusInternalServerError, err.Error())
	}
}
