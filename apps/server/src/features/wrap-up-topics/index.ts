export { findFewWithTopic, findTopicsBelow, readTopicNames, topicIs, type TopicWords } from './wrap-up-topics.queries.ts';
