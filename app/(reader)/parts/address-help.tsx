import { AddressHelp } from '@/components/errors/address-help'
import { findByAddress, wordsOfAddress } from '@/domain/search/find-by-address'
import { requestContext } from '@/lib/request-context'
import type { Part } from './part'

/** Help on the page of an unknown address, by its words if the server has passed them on. */
export const ADDRESS_HELP: Part<Record<string, never>> = {
	name: 'address-help',
	render: async () => {
		const { missingPath } = requestContext()
		const words = missingPath === null ? [] : wordsOfAddress(missingPath)
		return (
			<AddressHelp words={words.join(' ')} stories={words.length > 0 ? await findByAddress(words) : []} />
		)
	},
}
