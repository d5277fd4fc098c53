import { env } from '@/lib/env'

/** Whether this process uses PostgreSQL instead of SQLite. Read once, because the tables are made of it. */
export const usesPostgres: boolean = env.databaseUrl !== ''
