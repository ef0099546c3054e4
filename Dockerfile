# One image for the gateway and every subgraph; docker-compose.yml says which command each runs.
FROM node:26-slim
WORKDIR /lianku
ENV NODE_ENV=production
COPY package.json package-lock.json ./
# Not `npm ci`: it insists on lock entries for the native packages of every other platform.
RUN npm install --omit=dev --no-audit --no-fund && npm cache clean --force
COPY schema schema
COPY subgraphs subgraphs
COPY gateway gateway
COPY samples samples
USER node
# So that a volume put there belongs to the user.
RUN mkdir /home/node/data
EXPOSE 4000
CMD ["node", "gateway/main.ts"]
