import NextAuth from 'next-auth'
import { authOptions } from '@/app/auth'

const handler = NextAuth(authOptions)

/** Reading only: sessions are made and ended by routes of our own, which know limits and origins. */
export { handler as GET }
