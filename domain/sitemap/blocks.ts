/** Rows of a part of the sitemap: a part of a thousand stories takes some milliseconds to render. */
export const BLOCK_SIZE = 1_000

/** First and last id of a block; blocks count from 1. A row never changes its block. */
export const blockIds = (block: number): [from: number, to: number] => [
	(block - 1) * BLOCK_SIZE + 1,
	block * BLOCK_SIZE,
]

/** Number of blocks up to an id. */
export const blocksUpTo = (lastId: number): number => Math.ceil(lastId / BLOCK_SIZE)

/** Ends a task of the event loop, so that other requests are answered between two blocks. */
export const otherRequests = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
