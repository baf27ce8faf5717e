// The cases of the linter: small programs, by feature. INDEX.md says how to read
// them. All other modules are stubs below stub/, so that everything builds
// offline.
module example.com/cases

go 1.26

require (
	company.example/backoff v1.1.0
	company.example/dbutil v1.4.0
	company.example/web v1.0.0
	connectrpc.com/connect v1.21.1
	entgo.io/ent v0.14.5
	github.com/99designs/gqlgen v0.17.98
	github.com/aws/aws-lambda-go v1.55.1
	github.com/beego/beego/v2 v2.3.8
	github.com/gin-gonic/gin v1.12.0
	github.com/go-chi/chi/v5 v5.5.0
	github.com/gocql/gocql v1.7.0
	github.com/gofiber/fiber/v2 v2.52.15
	github.com/gomodule/redigo v1.9.3
	github.com/google/wire v0.7.0
	github.com/gorilla/websocket v1.5.3
	github.com/hashicorp/golang-lru/v2 v2.0.7
	github.com/hibiken/asynq v0.26.0
	github.com/jackc/pgx/v5 v5.12.0
	github.com/jessevdk/go-flags v1.6.1
	github.com/jmoiron/sqlx v1.4.0
	github.com/labstack/echo/v4 v4.16.0
	github.com/redis/go-redis/v9 v9.23.0
	github.com/robfig/cron/v3 v3.0.1
	github.com/samber/do/v2 v2.0.0
	github.com/segmentio/kafka-go v0.4.51
	github.com/spf13/cobra v1.10.2
	github.com/valyala/fasthttp v1.77.0
	github.com/vektah/gqlparser/v2 v2.5.30
	github.com/zeromicro/go-zero v1.10.3
	go.mongodb.org/mongo-driver v1.17.10
	go.uber.org/dig v1.19.0
	go.uber.org/fx v1.24.0
	golang.org/x/sync v0.24.0
	google.golang.org/grpc v1.85.0
	gorm.io/driver/postgres v1.6.3
	gorm.io/gen v0.3.28
	gorm.io/gorm v1.31.2
	xorm.io/xorm v1.4.3
)

replace (
	company.example/backoff => ./stub/company.example/backoff
	company.example/dbutil => ./stub/company.example/dbutil
	company.example/web => ./stub/company.example/web
	connectrpc.com/connect => ./stub/connectrpc.com/connect
	entgo.io/ent => ./stub/entgo.io/ent
	github.com/99designs/gqlgen => ./stub/github.com/99designs/gqlgen
	github.com/aws/aws-lambda-go => ./stub/github.com/aws/aws-lambda-go
	github.com/beego/beego/v2 => ./stub/github.com/beego/beego/v2
	github.com/gin-gonic/gin => ./stub/github.com/gin-gonic/gin
	github.com/go-chi/chi/v5 => ./stub/github.com/go-chi/chi/v5
	github.com/gocql/gocql => ./stub/github.com/gocql/gocql
	github.com/gofiber/fiber/v2 => ./stub/github.com/gofiber/fiber/v2
	github.com/gomodule/redigo => ./stub/github.com/gomodule/redigo
	github.com/google/wire => ./stub/github.com/google/wire
	github.com/gorilla/websocket => ./stub/github.com/gorilla/websocket
	github.com/hashicorp/golang-lru/v2 => ./stub/github.com/hashicorp/golang-lru/v2
	github.com/hibiken/asynq => ./stub/github.com/hibiken/asynq
	github.com/jackc/pgx/v5 => ./stub/github.com/jackc/pgx/v5
	github.com/jessevdk/go-flags => ./stub/github.com/jessevdk/go-flags
	github.com/jmoiron/sqlx => ./stub/github.com/jmoiron/sqlx
	github.com/labstack/echo/v4 => ./stub/github.com/labstack/echo/v4
	github.com/redis/go-redis/v9 => ./stub/github.com/redis/go-redis/v9
	github.com/robfig/cron/v3 => ./stub/github.com/robfig/cron/v3
	github.com/samber/do/v2 => ./stub/github.com/samber/do/v2
	github.com/segmentio/kafka-go => ./stub/github.com/segmentio/kafka-go
	github.com/spf13/cobra => ./stub/github.com/spf13/cobra
	github.com/valyala/fasthttp => ./stub/github.com/valyala/fasthttp
	github.com/vektah/gqlparser/v2 => ./stub/github.com/vektah/gqlparser/v2
	github.com/zeromicro/go-zero => ./stub/github.com/zeromicro/go-zero
	go.mongodb.org/mongo-driver => ./stub/go.mongodb.org/mongo-driver
	go.uber.org/dig => ./stub/go.uber.org/dig
	go.uber.org/fx => ./stub/go.uber.org/fx
	golang.org/x/sync => ./stub/golang.org/x/sync
	google.golang.org/grpc => ./stub/google.golang.org/grpc
	gorm.io/driver/postgres => ./stub/gorm.io/driver/postgres
	gorm.io/gen => ./stub/gorm.io/gen
	gorm.io/gorm => ./stub/gorm.io/gorm
	xorm.io/xorm => ./stub/xorm.io/xorm
)
