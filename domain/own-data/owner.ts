/** The account whose data is collected, and its reader; null before its first vote or comment. */
export type Owner = { personId: string; readerId: string | null }
