import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { encodeKey, signedHeaders, type UnsignedRequest } from './sign'

type Example = {
	name: string
	request: Omit<UnsignedRequest, 'bodyHash'>
	body: string
	signature: string
}

/** The examples of “Signature Calculations for the Authorization Header” in Amazon's S3 API reference. */
const EXAMPLES: Example[] = [
	{
		name: 'GET Object',
		request: { method: 'GET', path: encodeKey('/test.txt'), query: {}, headers: { range: 'bytes=0-9' } },
		body: '',
		signature: 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
	},
	{
		name: 'PUT Object',
		request: {
			method: 'PUT',
			path: encodeKey('/test$file.text'),
			query: {},
			headers: { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
		},
		body: 'Welcome to Amazon S3.',
		signature: '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
	},
	{
		name: 'GET Bucket Lifecycle',
		request: { method: 'GET', path: '/', query: { lifecycle: '' }, headers: {} },
		body: '',
		signature: 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
	},
	{
		name: 'GET Bucket (List Objects)',
		request: { method: 'GET', path: '/', query: { 'max-keys': '2', prefix: 'J' }, headers: {} },
		body: '',
		signature: '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
	},
]

test.each(EXAMPLES)('signs Amazon’s example $name', ({ request, body, signature }) => {
	const credentials = {
		accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
		secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
		region: 'us-east-1',
	}
	const headers = { host: 'examplebucket.s3.amazonaws.com', ...request.headers }
	const bodyHash = createHash('sha256').update(body).digest('hex')
	const at = new Date('2013-05-24T00:00:00Z')
	const { authorization } = signedHeaders({ ...request, headers, bodyHash }, credentials, at)
	expect(authorization).toMatch(new RegExp(`Signature=${signature}$`))
})
