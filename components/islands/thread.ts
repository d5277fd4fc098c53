import { startNewComments } from './new-comments'
import { startRespect } from './respect'

startRespect()
startNewComments()
