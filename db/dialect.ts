import { env } from '@/lib/env'

/** Whether this process uses PostgreSQL, by `DATABASE_URL`; SQLite else. Read once, because the tables are made of it. */
export const usesPostgres: boolean = env.databaseUrl !== ''
