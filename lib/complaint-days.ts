/** Days for a complaint against a decision: the six months of Article 20 (1), of which the longest have 184 days. */
export const COMPLAINT_DAYS = 184
