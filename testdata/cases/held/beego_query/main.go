//policy: relaxed

// beego: a query set belongs to the orm whose QueryTable made it.
package main

import (
	"log"
	"net/http"

	"github.com/beego/beego/v2/client/orm"
)

type order struct{ ID int }

func joined(w http.ResponseWriter, r *http.Request) {
	tx, err := orm.NewOrm().Begin() // want request-session
	if err != nil {
		return
	}
	defer tx.RollbackUnlessCommit()
	var o order
	if err := tx.QueryTable("orders").Filter("id", 1).Limit(1).One(&o); err != nil {
		return
	}
	if err := tx.Raw("select 1").SetArgs(1).QueryRow(&o); err != nil {
		return
	}
	if _, err := tx.Update(&o); err != nil {
		return
	}
	tx.Commit()
}

func beside(w http.ResponseWriter, r *http.Request) {
	o := orm.NewOrm()
	tx, err := o.Begin() // want request-session
	if err != nil {
		return
	}
	defer tx.RollbackUnlessCommit()
	var x order
	if err := o.QueryTable("orders").Filter("id", 1).One(&x); err != nil { // want SL202
		return
	}
	if err := o.Raw("select 1").QueryRow(&x); err != nil { // want SL202
		return
	}
	if _, err := tx.Insert(&x); err != nil {
		return
	}
	tx.Commit()
}

func plain(w http.ResponseWriter, r *http.Request) {
	var all []order
	if _, err := orm.NewOrm().QueryTable("orders").All(&all); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	if err := orm.RegisterDataBase("default", "mysql", "dsn"); err != nil { // want startup
		log.Fatal(err)
	}
	http.HandleFunc("/joined", joined)
	http.HandleFunc("/beside", beside)
	http.HandleFunc("/plain", plain)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
