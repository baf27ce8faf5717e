// Package gen holds the shapes of gorm.io/gen that the cases use.
package gen

import (
	"context"

	"gorm.io/gorm"
)

type Condition interface{ CondError() error }

type SubQuery interface{ UnderlyingDB() *gorm.DB }

type DOOption interface{ Apply() }

// Dao is what the methods of DO return.
type Dao interface {
	SubQuery
	Where(conds ...Condition) Dao
	First() (result any, err error)
	Find() (results any, err error)
	Create(value any) error
}

// DO is embedded in what is generated for each table.
type DO struct{ db *gorm.DB }

func (d *DO) UseDB(db *gorm.DB, opts ...DOOption) { d.db = db }
func (d *DO) ReplaceDB(db *gorm.DB)               { d.db = db }
func (d *DO) UnderlyingDB() *gorm.DB              { return d.db }
func (d *DO) WithContext(ctx context.Context) Dao { return &DO{d.db.WithContext(ctx)} }
func (d *DO) Where(conds ...Condition) Dao        { return &DO{d.db.Where("")} }
func (d *DO) Create(value any) error              { return d.db.Create(value).Error }
func (d *DO) First() (result any, err error)      { return d.single(d.db.First) }
func (d *DO) Find() (results any, err error)      { return d.single(d.db.Find) }
func (d *DO) single(query func(dest any, conds ...any) *gorm.DB) (any, error) {
	return nil, query(nil).Error
}
